"""What can hurt a child: somebody, or a thing by chance."""

# A fire that nobody meant is told with how it came about: "started the fire while playing with matches".
NOT_BY_CHANCE = (
    r"(?![^.;]{0,40}(?:play|match|lighter|accident|cigarette|candle|grate|hearth|stove))"
    r"(?![^;]{0,120}\bplay(?:ing|ed) with (?:matches|fire|an? (?:[\w-]+ )?lighter|candles?)\b)"
)

THING = (  # what can hurt a child by chance
    r"(?:dogs?|cars?|bus|collision|crash|road|train|van|lorry|vehicle|motorbike|motorcycle|tractor"
    r"|tram|quad bike|furniture|wardrobe|gate|wall"
    r"|television|fire|blind|cords?|toy|bag|sack|curtain|rope|strap|machine|object|wave)"
)
PERSON = (
    r"(?:(?:an?|the|his|her|their|another|one|two|three|four|several|some|older|other|unknown|mother|father|parents?"
    rf"|step\w+|carers?)\b(?! (?:[\w'-]+ ){0, 3}?{THING}))"
)
