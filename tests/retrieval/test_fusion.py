import numpy as np
import pytest

from actqa.retrieval.fusion import mix


def mixed(similarities, words):
    return mix(np.array(similarities, np.float32), np.array(words, np.float32)).tolist()


def test_each_kind_counts_as_a_share_of_its_best():
    assert mixed([0.8, 0.4, 0.0], [0.0, 3.0, 6.0]) == pytest.approx([0.6, 0.3 + 0.2, 0.4])


def test_what_both_find_best_has_the_score_1():
    assert mixed([0.2, 0.1], [7.0, 0.0]) == pytest.approx([1.0, 0.3])


@pytest.mark.parametrize(("similarities", "scores"), [([-0.1, -0.2], [0.0, 0.0]), ([-0.1, 0.2], [0.0, 0.6])])
def test_what_points_away_counts_as_nothing(similarities, scores):
    assert mixed(similarities, [0.0, 0.0]) == pytest.approx(scores)


def test_nothing_mixes_to_nothing():
    assert mixed([], []) == []
