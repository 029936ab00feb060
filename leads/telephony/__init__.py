"""Door of the telephone exchanges.

`exchange/` is pure. A new exchange costs one file in its `providers/`, a line in their register, a
folder under tests/payloads/ and a test. The row of an event is kept before anything is understood;
the call is folded from all of its events, whatever their order and however often they came. Tests:
tests/telephony/.
"""
