"""`kg serve`: the graph as a site on this machine."""

import click

from kg.cli.options import examples, store_option

BEYOND = (
    "Whoever reaches this address can read all reviews{}: the site has no login and does not encrypt. "
    "docs/guide.md tells how to put it behind a server that does both."
)
STOPPED = "nobody can ask any more, and what was decided is kept"


@click.command(
    epilog=examples(
        "kg serve",
        "kg serve --store library.kg --port 8080",
        "kg serve --curate",
        "kg serve --host 192.0.2.10 --allow-host reviews.example.org",
    )
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 finds a free one.")
@click.option("--allow-host", "allowed", multiple=True, metavar="NAME", help="A name the site may be asked by.")
@click.option("--curate", is_flag=True, help="Let people decide about what was read, as `kg curate` does.")
@click.option("--log", is_flag=True, help="Print a line for each request: its path, never what was asked for.")
@store_option
def command(host: str, port: int, allowed: tuple[str, ...], store: str, *, curate: bool, log: bool) -> None:
    """Serve the store as a site: reviews with their evidence, themes, recommendations, saved questions.

    Only this machine can ask unless --host says otherwise, and only under names that are allowed. Nothing can be
    changed unless --curate is given. There is no login and no encryption: beyond this machine, put it behind a server
    that has both (docs/guide.md). A load beside it is noticed at once. End with Ctrl+C.
    """
    import logging

    from kg.cli.output import note
    from kg.serve.listen import hosts, is_beyond_this_machine, listening, serve
    from kg.serve.settings import Settings
    from kg.stores import is_remote

    if is_remote(store):
        from kg.remote.addresses import addresses

        addresses(store)  # raises, if it is none that may be asked

    logging.basicConfig(level=logging.INFO if log else logging.ERROR, format="%(asctime)s %(message)s")
    with listening(host, port) as at:
        name = f"[{host}]" if ":" in host else host
        note(f"Serving {store} at http://{name}:{at.getsockname()[1]}/ ({'curating' if curate else 'read-only'}).")
        if is_beyond_this_machine(at):
            note(BEYOND.format(" and decide about them under any name" if curate else ""))
        serve(Settings(store, curate, hosts(host, allowed)), at)
