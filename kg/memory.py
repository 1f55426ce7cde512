"""How much memory a process may take: apart, so that a process that starts for it imports nothing else of ours."""


def limit_memory(most: int) -> None:
    """Let this process take no more than these bytes of addresses, where the system can say so: on Linux."""
    try:
        import resource

        _, allowed = resource.getrlimit(resource.RLIMIT_AS)
        limit = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(resource.RLIMIT_AS, (limit, allowed))
    except (ImportError, ValueError, OSError):  # Windows has no such module, and macOS refuses every limit
        return
