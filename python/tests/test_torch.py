import io

import numpy as np
import pytest

from limbeck import GaussianMechanism, Lesson, Shape, TorchModel, torch_model

torch = pytest.importorskip("torch", reason="PyTorch is not here")

RANDOM = np.random.default_rng(1)
IMAGES = RANDOM.random((12, 5 * 4 * 3), np.float32)
LABELS = np.array([0, 1, 2, 0, 1, 2, 0, 1])
TARGETS = np.array([[0.7, 0.2, 0.1]] * 4, np.float32)


def lesson(loss="squared", rho=2.0, private=8, reference=4):
    rows = np.concatenate((IMAGES[:private], IMAGES[8 : 8 + reference]))
    return Lesson(rows, LABELS[:private], TARGETS[:reference], loss, rho)


def mlp(shape, classes):
    return torch.nn.Sequential(
        torch.nn.Flatten(), torch.nn.Linear(shape.features, 7), torch.nn.Tanh(), torch.nn.Linear(7, classes)
    )


def noisy(shape, classes):
    return torch.nn.Sequential(
        torch.nn.Flatten(),
        torch.nn.Linear(shape.features, 7),
        torch.nn.BatchNorm1d(7),
        torch.nn.Dropout(0.3),
        torch.nn.Linear(7, classes),
    )


def momentum(parameters, lr):
    return torch.optim.SGD(parameters, lr, momentum=0.9)


def made(module=mlp, optimizer=None, seed=3, shape=Shape(5, 4, 3), **options):
    return TorchModel(module, optimizer, **options).create(shape, 3, seed)


@pytest.mark.parametrize("loss", ["squared", "cross-entropy"])
@pytest.mark.parametrize("private, reference", [(8, 4), (8, 0), (0, 4), (0, 0)])
def test_losses_and_gradient_are_those_of_the_objective(loss, private, reference):
    model = made()
    batch = lesson(loss, private=private, reference=reference)
    expected = batch.losses(model.predict(batch.rows))
    gradient = model.gradient(batch)
    weights = model.weights()
    last_bias = batch.logit_gradient(model.predict(batch.rows)).sum(axis=0)
    np.testing.assert_allclose(gradient[-3:], last_bias, atol=1e-6)
    # With plain SGD a step goes down the gradient.
    assert model.step(batch, 0.5) == pytest.approx(expected, abs=1e-5)
    np.testing.assert_allclose(model.weights(), weights - 0.5 * gradient, atol=1e-6)


def test_images_have_their_channels_first():
    seen = []

    class Looks(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.last = torch.nn.LazyLinear(3)

        def forward(self, x):
            seen.append(x)
            return self.last(x.flatten(1))

    made(Looks).predict(IMAGES[:2])
    assert seen[0].shape == (2, 3, 5, 4)
    np.testing.assert_array_equal(seen[0][1].permute(1, 2, 0).flatten(), IMAGES[1])
    made(Looks, flat=True).predict(IMAGES[:2])
    assert seen[1].shape == (2, 60)
    made(Looks, shape=Shape(1, 1, 60)).predict(IMAGES[:2])
    assert seen[2].shape == (2, 60)


@pytest.mark.parametrize("optimizer", [None, momentum, "Adam"])
def test_restored_goes_on_alike(optimizer):
    optimizer = torch.optim.Adam if optimizer == "Adam" else optimizer
    model = made(noisy, optimizer)
    for _ in range(3):
        model.step(lesson(), 0.1)
    other = made(noisy, optimizer, seed=99)
    other.restore(model.save())
    for _ in range(3):
        assert model.step(lesson(), 0.1) == other.step(lesson(), 0.1)
    np.testing.assert_array_equal(model.weights(), other.weights())
    assert model.save() == other.save()


def test_what_others_draw_changes_nothing():
    model, twin, other = made(noisy), made(noisy), made(noisy, seed=4)
    assert (model.weights() == twin.weights()).all()
    for _ in range(3):
        model.step(lesson(), 0.1)
        other.step(lesson(), 0.1)
    for _ in range(3):
        twin.step(lesson(), 0.1)
    np.testing.assert_array_equal(model.weights(), twin.weights())
    assert (other.weights() != model.weights()).any()


def test_looking_changes_nothing():
    model = made(noisy, momentum)
    model.step(lesson(), 0.1)
    before = model.save()
    decisions = model.predict(IMAGES)
    model.gradient(lesson())
    assert model.save() == before
    np.testing.assert_allclose(decisions.sum(axis=1), 1, atol=1e-6)
    # A row by itself gets what it gets among others.
    np.testing.assert_allclose(model.predict(IMAGES[4:5]), decisions[4:5], atol=1e-6)


def test_weights_are_set():
    model, other = made(seed=1), made(seed=2)
    assert len(model.weights()) == model.parameters() == 61 * 7 + 8 * 3
    other.set_weights(model.weights())
    np.testing.assert_array_equal(other.predict(IMAGES), model.predict(IMAGES))


@pytest.mark.parametrize("private", [0, 8])
def test_private_steps_clip_and_add_noise(private):
    model, quiet, loud = made(), made(), made()
    batch = lesson(private=private)
    weights = model.weights()
    clip = 0.01
    loss = quiet.private_step(batch, 0.1, GaussianMechanism(clip, 0.0, 16), 5)
    assert loss == pytest.approx(batch.losses(model.predict(batch.rows))[1], abs=1e-6)

    expected = np.zeros_like(weights)
    for i in range(private):
        one = model.gradient(Lesson(IMAGES[i : i + 1], LABELS[i : i + 1], TARGETS[:0]))
        expected += one * min(1, clip / np.linalg.norm(one)) / 16
    expected += model.gradient(lesson(private=0))
    np.testing.assert_allclose(quiet.weights(), weights - 0.1 * expected, atol=1e-6)

    loud.private_step(batch, 0.1, GaussianMechanism(clip, 100.0, 16), 5)
    noise = (loud.weights() - quiet.weights()) / -0.1 * 16 / clip
    assert np.std(noise) == pytest.approx(100, rel=0.15)
    again = made()
    again.private_step(batch, 0.1, GaussianMechanism(clip, 100.0, 16), 5)
    np.testing.assert_array_equal(again.weights(), loud.weights())


def test_private_rows_leave_no_trace_in_running_means():
    def normalised(shape, classes):
        return torch.nn.Sequential(
            torch.nn.BatchNorm2d(shape.channels), torch.nn.Flatten(), torch.nn.Linear(shape.features, classes)
        )

    model, public = made(normalised), made(normalised)
    mechanism = GaussianMechanism(1.0, 1.0, 8)
    model.private_step(lesson(), 0.1, mechanism, 5)
    public.private_step(lesson(private=0), 0.1, mechanism, 5)
    buffers = [dict(m._module.named_buffers()) for m in (model, public)]
    assert float(buffers[0]["0.running_mean"].abs().sum()) > 0
    for name, buffer in buffers[0].items():
        assert torch.equal(buffer, buffers[1][name])


def test_decorates_functions_and_modules():
    @torch_model(optimizer=torch.optim.Adam, flat=True)
    def small(shape, classes):
        return torch.nn.Linear(shape.features, classes)

    assert small.create(Shape(5, 4, 3), 3, 1).parameters() == 61 * 3

    @torch_model()
    class Fixed(torch.nn.Module):
        def __init__(self, hidden=5):
            super().__init__()
            self.net = torch.nn.Linear(60, 3)

        def forward(self, x):
            return self.net(x.flatten(1))

    assert Fixed.create(Shape(5, 4, 3), 3, 1).parameters() == 61 * 3


def test_what_is_wrong_is_told():
    with pytest.raises(ValueError, match=r"shape \(2, 4\) for inputs of shape \(2, 3, 5, 4\), expected \(2, 3\)"):
        made(lambda shape, classes: mlp(shape, 4)).predict(IMAGES[:2])
    with pytest.raises(TypeError, match="no torch.nn.Module"):
        made(lambda: 3)
    with pytest.raises(TypeError, match=r"has to take \(shape, classes\), or nothing; it takes \(width\)"):
        made(lambda width: None)


def test_a_state_cannot_run_code():
    file = io.BytesIO()
    torch.save({"module": print}, file)
    with pytest.raises(Exception, match="[Ww]eights"):
        made().restore(file.getvalue())
