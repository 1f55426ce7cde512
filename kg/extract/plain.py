"""A document's text with its typography levelled: the same length, so that offsets found in it are the document's."""

_LEVEL = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "—": "–",
        "\N{HORIZONTAL BAR}": "–",
        "\N{FIGURE DASH}": "–",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\t": " ",
        "\f": "\n",
    }
)


def plain(text: str) -> str:
    """The text with straight quotes, plain hyphens, one kind of dash and plain spaces, character for character."""
    return text.translate(_LEVEL)
