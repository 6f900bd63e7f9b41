import numpy as np
import pytest

from limbeck import Lesson, Shape, SklearnModel

pytest.importorskip("sklearn", reason="scikit-learn is not here")

from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC

CENTRES = np.array([[0, 0], [4, 0], [0, 4]], np.float32)


def rows_of(labels, seed=1):
    noise = np.random.default_rng(seed).normal(0, 0.3, (len(labels), 2))
    return (CENTRES[labels] + noise).astype(np.float32)


def made(estimator, seed=1, **options):
    return SklearnModel(estimator, **options).create(Shape(1, 1, 2), 3, seed)


def forest():
    return RandomForestClassifier(n_estimators=10)


def lesson(labels=(0, 1) * 8, taught=(2,) * 8, rho=3.0, certainty=0.9):
    labels, taught = np.array(labels, np.int64), np.array(taught, np.int64)
    targets = np.full((len(taught), 3), (1 - certainty) / 2, np.float32)
    targets[np.arange(len(taught)), taught] = certainty
    rows = np.concatenate((rows_of(labels), rows_of(taught, seed=2)))
    return Lesson(rows.reshape(-1, 2), labels, targets, "squared", rho)


ESTIMATORS = [
    forest,
    lambda: HistGradientBoostingClassifier(max_iter=5, min_samples_leaf=2),
    LogisticRegression,
    GaussianNB,
    lambda: SGDClassifier(loss="log_loss"),
    lambda: MLPClassifier((8,), learning_rate_init=0.05),
    lambda: KNeighborsClassifier(3),
    lambda: make_pipeline(StandardScaler(), LogisticRegression()),
]


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_learns_what_it_has_seen_and_what_it_is_taught(estimator):
    model = made(estimator)
    np.testing.assert_allclose(model.predict(CENTRES), 1 / 3)
    losses = [model.step(lesson(), 0.1) for _ in range(40)]
    assert losses[0][0] == pytest.approx(np.log(3))
    assert losses[-1][0] < losses[0][0]
    decisions = model.predict(CENTRES)
    assert decisions.shape == (3, 3) and (decisions > 0).all()
    np.testing.assert_allclose(decisions.sum(axis=1), 1, atol=1e-6)
    assert list(decisions.argmax(axis=1)) == [0, 1, 2]


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_restored_goes_on_alike(estimator):
    model, other = made(estimator), made(estimator, seed=7)
    for _ in range(13):
        model.step(lesson(), 0.1)
    other.restore(model.save())
    for _ in range(10):
        assert model.step(lesson(), 0.1) == other.step(lesson(), 0.1)
    np.testing.assert_array_equal(model.predict(rows_of([0, 1, 2])), other.predict(rows_of([0, 1, 2])))


def test_soft_targets_are_weights():
    model = made(LogisticRegression)
    model.step(lesson(certainty=0.6), 0.1)
    sure = made(LogisticRegression)
    sure.step(lesson(certainty=1.0), 0.1)
    assert model.predict(CENTRES)[2, 2] < sure.predict(CENTRES)[2, 2] - 0.1


def test_without_regularization_nothing_is_taught():
    model = made(forest)
    model.step(lesson(rho=0.0), 0.1)
    assert model.predict(CENTRES)[2, 2] == pytest.approx(0.01 / 3)


@pytest.mark.parametrize("estimator", [forest, GaussianNB])
def test_lessons_with_one_kind_of_rows_or_none(estimator):
    model = made(estimator)
    assert model.step(lesson(labels=(), taught=()), 0.1) == (0, 0)
    np.testing.assert_allclose(model.predict(CENTRES), 1 / 3)
    assert model.step(lesson(labels=()), 0.1)[0] == 0
    assert model.predict(CENTRES)[2].argmax() == 2
    assert model.step(lesson(taught=()), 0.1)[1] == 0
    assert model.predict(CENTRES[:0]).shape == (0, 3)


def test_fits_anew_every_so_many_steps_on_newest_targets():
    model = made(forest, refit=3)
    model.step(lesson(labels=(), taught=(0, 0, 0)), 0.1)
    first = model.predict(CENTRES)
    model.step(lesson(labels=(), taught=(1, 1, 1)), 0.1)
    np.testing.assert_array_equal(model.predict(CENTRES), first)
    for _ in range(2):
        model.step(lesson(labels=(), taught=(1, 1, 1)), 0.1)
    assert (model.predict(CENTRES) != first).any()


def test_memory_is_bounded():
    model = made(lambda: KNeighborsClassifier(1), memory=4, refit=1)
    model.step(lesson(labels=(0,) * 4, taught=()), 0.1)
    model.step(lesson(labels=(1,) * 4, taught=()), 0.1)
    decisions = model.predict(CENTRES)
    assert (decisions[:, 1] > 0.99).all()


def test_what_is_wrong_is_told():
    with pytest.raises(TypeError, match="no predict_proba"):
        made(LinearSVC)
    with pytest.raises(ValueError, match="memory and refit are 1 or more"):
        made(forest, memory=0)
