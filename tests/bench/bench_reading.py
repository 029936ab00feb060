"""What the reader makes of the labelled texts, the frozen part apart from the tuned one."""

import pytest

from tests.matching.scoring import FIELDS, score


@pytest.mark.parametrize("part", ["tuning_ru", "tuning_en", "frozen_ru", "frozen_en"])
def test_labelled_texts(part):
    found = score(part)
    print(f"\n{part}: share [Wilson 95 %]")
    print(f"  industry top-1        {found.top1}")
    print(f"  industry top-3        {found.top3}")
    print(f"  kind                  {found.kind}")
    print(f"  not projects kept out {found.kept_out}")
    print(f"  mean F1 of the fields {found.fields_f1:.3f}")
    print("  " + ", ".join(f"{name} {found.f1(name):.3f}" for name in FIELDS))
