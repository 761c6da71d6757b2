"""Whatever people do, in any order: doctor finds nothing wrong with their journal."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import Step, World, empty, steps, taking_back

from onelog.store.vault import integrity
from onelog.store.vault.findings import Examination


@pytest.mark.long
def test_whatever_people_do_a_journal_stays_sound(request: pytest.FixtureRequest) -> None:
    full = request.config.getoption("--full")

    @settings(max_examples=400 if full else 25)
    @given(st.lists(steps | st.lists(taking_back, max_size=2), min_size=1, max_size=5))
    def holds(done: Sequence[Sequence[Step]]) -> None:
        with empty() as store:
            world = World(store)
            for several in done:
                for step in several:
                    world.take(step)
            look = Examination()
            integrity.inside(store.path, world.now, look)
            assert look.findings == ()

    holds()
