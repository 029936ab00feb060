"""Hands on a Russian keyboard: real key events by physical key, with Cyrillic as what they type."""

KEYS = {
    **dict(
        zip(
            "йцукенгшщзхъ",
            [*(f"Key{key}" for key in "QWERTYUIOP"), "BracketLeft", "BracketRight"],
            strict=True,
        )
    ),
    **dict(
        zip(
            "фывапролджэ",
            [*(f"Key{key}" for key in "ASDFGHJKL"), "Semicolon", "Quote"],
            strict=True,
        )
    ),
    **dict(zip("ячсмитьбю", [*(f"Key{key}" for key in "ZXCVBNM"), "Comma", "Period"], strict=True)),
    **{str(digit): f"Digit{digit}" for digit in range(10)},
    " ": "Space",
    ".": "Slash",
    "ё": "Backquote",
}
# With Shift on the same layout.
SHIFTED = {",": "Slash", "+": "Equal"}
CODES = {
    "Tab": 9,
    "Enter": 13,
    "ArrowDown": 40,
    "ArrowUp": 38,
    "Escape": 27,
    "F2": 113,
    "F4": 115,
    "F9": 120,
}
ALT, CTRL, SHIFT = 1, 2, 8
HELD = {
    "Alt": ("AltLeft", ALT, 18),
    "Ctrl": ("ControlLeft", CTRL, 17),
    "Shift": ("ShiftLeft", SHIFT, 16),
}


class Hands:
    """`pressed` counts every key that went down, the held ones (Ctrl, Alt, Shift) included."""

    def __init__(self, page):
        self.page, self.pressed = page, 0
        self.wire = page.context.new_cdp_session(page)

    def type(self, text: str) -> "Hands":
        for sign in text:
            if sign in KEYS:
                self._stroke(KEYS[sign], sign, sign)
            elif sign in SHIFTED:
                self._held(
                    "Shift", lambda sign=sign: self._stroke(SHIFTED[sign], sign, sign, SHIFT)
                )
            else:
                small = sign.lower()
                self._held(
                    "Shift", lambda one=sign, low=small: self._stroke(KEYS[low], one, one, SHIFT)
                )
        return self

    def press(self, keys: str) -> "Hands":
        """`Tab`, `Ctrl+Enter`, `Alt+5`, `F9`."""
        *held, last = keys.split("+")
        bits = sum(HELD[name][1] for name in held)
        for name in held:
            self._down(HELD[name][0], {"Ctrl": "Control"}.get(name, name), bits, HELD[name][2])
        code = f"Digit{last}" if last.isdigit() else last
        text = "\r" if last == "Enter" and not held else last if last.isdigit() and not held else ""
        self._stroke(code, last, text, bits)
        for name in held:
            self._up(HELD[name][0], {"Ctrl": "Control"}.get(name, name), HELD[name][2])
        return self

    def _held(self, name, stroke):
        code, bit, number = HELD[name]
        self._down(code, name, bit, number)
        stroke()
        self._up(code, name, number)

    def _stroke(self, code, key, text, held=0):
        number = CODES.get(
            code, ord(key[0].upper()) if code.startswith(("Key", "Digit")) and key.isascii() else 0
        )
        self._down(code, key, held, number, text)
        self._up(code, key, number)

    def _down(self, code, key, held, number=0, text=""):
        self.pressed += 1
        kind = "keyDown" if text else "rawKeyDown"
        said = {
            "type": kind,
            "code": code,
            "key": key,
            "modifiers": held,
            "windowsVirtualKeyCode": number,
        }
        self.wire.send("Input.dispatchKeyEvent", said | ({"text": text} if text else {}))

    def _up(self, code, key, number=0):
        said = {"type": "keyUp", "code": code, "key": key, "windowsVirtualKeyCode": number}
        self.wire.send("Input.dispatchKeyEvent", said)
