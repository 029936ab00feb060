"""Free text (Russian, English, mixed) into a Need: pure, offline, by stems and patterns we wrote.

Text is repaired (`words`, `repair`), its numbers become digits (`numbers`), and each subject reads
its own figures from the result: `land`, `supplies`, `hazard`, `people`, `money`, `wishes`,
`places`, `industries`, `kind`. `reading` puts them together. The vocabulary stands beside as data:
`industries.toml`, `places.csv`, `vocabulary.toml`; the words of the kinds in `cues`, `questions`,
`noise` and `sure_noise`.

May import: the standard library, snowballstemmer, `districts.matching.need`. Tests:
`tests/matching/reading/`, a file for each module.
"""

from .lexicon import Lexicon
from .reading import Reading, read

__all__ = ["Lexicon", "Reading", "read"]
