"""Two kinds of scores into one."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

MEANING = 0.6
"""The share of the vectors, the rest is that of the words. Anything from 0.5 to 0.7 does nearly as well on the question
sets of `actqa.bench retrieval`; the ranks instead of the scores (reciprocal rank fusion) do worse there, as they do in
Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 2023."""


def mix(similarities: Scores, words: Scores) -> Scores:
    """For each text the weighted mean of its two scores, each as a share of the best of its kind; at most 1."""
    return MEANING * _shares(similarities) + (1 - MEANING) * _shares(words)


def _shares(scores: Scores) -> Scores:
    """What is not above 0 counts as nothing."""
    best = scores.max(initial=0)
    return np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores)
