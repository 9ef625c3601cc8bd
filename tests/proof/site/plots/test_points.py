"""Points are numbers in lines of output."""

from proof.site.plots.points import Series, points_in


def test_the_first_number_of_a_line_is_where_the_others_are() -> None:
    lines = ["asked  late", "0.1 ms, late by 1.05 2.00", "10 ms, late by -0.5", "3 of"]
    assert list(points_in(lines)) == [(0.1, 1.05), (0.1, 2.0), (10.0, -0.5)]


def test_a_column_can_be_chosen() -> None:
    lines = ["round naive steady", "    1  1.5 ms  0.5 ms", "    2  3.0 ms"]
    assert list(points_in(lines, 1)) == [(1.0, 1.5), (2.0, 3.0)]
    assert list(points_in(lines, 2)) == [(1.0, 0.5)]


def test_numbers_in_names_are_none() -> None:
    assert list(points_in(["early: 0 of 100", "2 v3x 4.5s 7"])) == [(2.0, 7.0)]


def test_medians_go_from_left_to_right() -> None:
    series = Series("late", ((10, 4), (1, 9), (1, 1), (1, 2), (10, 8)))
    assert series.places() == [1, 10]
    assert series.at(1) == [1, 2, 9]
    assert series.medians() == [(1, 2), (10, 6)]
