from actqa.retrieval.fusion import fuse


def test_ranks_not_scores_are_added():
    assert fuse([["a", "b"], ["b", "c"]]) == {"a": 1 / 61, "b": 1 / 62 + 1 / 61, "c": 1 / 62}


def test_nothing_fuses_to_nothing():
    assert fuse([[], []]) == {}
