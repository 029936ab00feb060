"""The exchanges we understand, one file each, registered here. Pure: no Django.

Each gives `read(hook, secrets, now) -> Received` (raises Refused or Unreadable) and
`translate(body, heard_at) -> tuple[Event, ...]`. Tests: tests/telephony/test_<provider>.py.
"""

from types import ModuleType

from leads.telephony.exchange.providers import asterisk, generic, mango, zadarma

PROVIDERS: dict[str, ModuleType] = {
    "asterisk": asterisk,
    "generic": generic,
    "mango": mango,
    "zadarma": zadarma,
}
