"""Holds the modules that the page exports to the golden vectors, and its recorder to our metrics.

python3 check_golden.py EXPORTED.py VECTORS RECORDING.jsonl

Prints one JSON object: compared, largest (the largest error relative to the largest entry of what is expected), failed.
"""

import importlib.util
import json
import pathlib
import sys

import torch

TOLERANCE = 1e-4

exported, vectors, recording = sys.argv[1:4]
spec = importlib.util.spec_from_file_location("exported", exported)
norms = importlib.util.module_from_spec(spec)
spec.loader.exec_module(norms)
torch.set_default_dtype(torch.float64)
folder = pathlib.Path(vectors)
results = []


def read(name):
    return json.loads((folder / f"{name}.json").read_text())


def check(what, got, want):
    got, want = torch.as_tensor(got).flatten(), torch.as_tensor(want, dtype=torch.float64).flatten()
    error = float((got - want).abs().max() / (want.abs().max() + 1e-3))
    results.append((what, error))


INPUTS = read("powernorm/inputs")
T, B, C = (INPUTS["shape"][key] for key in "TBC")
REAL = torch.tensor([[t < length for length in INPUTS["lengths"]] for t in range(T)])
RUNNING = {"running_mean": ("mean", 1), "running_var": ("variance", 1)}
POWER = {"running_phi": ("phi", 1), "ema_gz": ("ema_gz", 1)}


def module_of(name, settings):
    """Our module for a file of the powernorm folder, and its state's names."""
    alpha = settings.get("alpha", settings.get("alpha_fwd", 1 - settings.get("momentum", 0.1)))
    if name.startswith("bn"):
        clamped = "clamped" if settings.get("eps_mode") == "clamp" else "added"
        return norms.BatchNorm(C, alpha=alpha, epsilon=clamped), RUNNING
    if name.startswith("pnv"):
        return norms.PowerNormV(C, alpha=alpha), {"running_phi": ("quadratic_mean", 1)}
    if name == "pn_paper_alg2":
        state = {"psi2": ("phi", 1), "nu": ("ema_gz", 1 - alpha)}
        return norms.PowerNorm(C, alpha=alpha, groups=None, backward_divisor="running"), state
    if name.startswith("pn"):
        groups = settings["group_num"] if settings["group_scaling"] else None
        return norms.PowerNorm(C, alpha=alpha, warm_up=settings["warmup_iters"], groups=groups), POWER
    if name == "ln_torch":
        return norms.LayerNorm(C), {}
    return norms.GroupNorm(C, groups=settings["groups"]), {}


def released_batch(x, real):
    """The released "batch": every row by its root mean square first, and padding replaced by the mean of real rows."""
    u = x / (x.square().mean(-1, keepdim=True) + 1e-5).sqrt()
    return u if real is None else torch.where(real.unsqueeze(-1), u, u[real].mean(0))


def check_layer(name):
    file = read(f"powernorm/{name}")
    module, names = module_of(name, file["settings"])
    masked = name.endswith("_mask") or name == "bn_masked"
    is_released = name.startswith("bn_official")
    with torch.no_grad():
        module.gain.copy_(torch.tensor(INPUTS["weight"]))
        module.bias.copy_(torch.tensor(INPUTS["bias"]))
    for k, want in enumerate(file["steps"]):
        x = torch.tensor(INPUTS["X"][k]).reshape(T, B, C).requires_grad_()
        gradient = torch.tensor(INPUTS["G_masked" if masked else "G"][k]).reshape(T, B, C)
        real = REAL if masked else None
        module.zero_grad()
        y = module(released_batch(x, real)) if is_released else module(x, real)
        y.backward(gradient)
        at = f"{name} step {k + 1}"
        check(f"{at} y", y.detach(), want["y"])
        check(f"{at} dX", x.grad, want["dX"])
        if "dweight" in want:
            check(f"{at} dweight", module.gain.grad, want["dweight"])
            check(f"{at} dbias", module.bias.grad, want["dbias"])
        state = want.get("state_after") or want.get("state_after_backward") or {}
        for theirs, (ours, factor) in names.items():
            check(f"{at} {theirs}", getattr(module, ours) * factor, state[theirs])
    if "eval_y_on_X0" in file:
        module.eval()
        x = torch.tensor(INPUTS["X"][0]).reshape(T, B, C)
        with torch.no_grad():
            y = module(released_batch(x, REAL if masked else None)) if is_released else module(x)
        check(f"{name} evaluation", y, file["eval_y_on_X0"])


FAMILY = {
    "batchnorm": lambda c, s: norms.BatchNorm(c, alpha=1 - s["momentum"]),
    "layernorm": lambda c, s: norms.LayerNorm(c, over="sample" if s["scope"].startswith("whole") else "position"),
    "groupnorm": lambda c, s: norms.GroupNorm(
        c, groups=s["groups"], together=not s.get("scope", "pooled").startswith("per token")
    ),
    "rmsnorm": lambda c, s: norms.RMSNorm(c, epsilon=s["eps_mode"], share=s.get("p", 1)),
    "instancenorm": lambda c, s: None if s["track"] else norms.InstanceNorm(c),
    "scalenorm": lambda c, s: norms.ScaleNorm(c),
    "dyt": lambda c, s: norms.DynamicTanh(c, start=s["alpha_init"], bias=s.get("bias", True)),
}
PARAMETERS = {"gamma": "gain", "beta": "bias", "g": "radius", "alpha": "slope"}


def check_family(method):
    inputs = read("normalisers/inputs")
    for case in read(f"normalisers/{method}")["cases"]:
        data = inputs[case["layout"]]
        module = FAMILY[method](len(torch.tensor(data["x"][0]).flatten(0, -2)[0]), case["settings"])
        if module is None:
            continue
        with torch.no_grad():
            for theirs, values in case["params_init"].items():
                getattr(module, PARAMETERS[theirs]).copy_(torch.tensor(values))
        for k, want in enumerate(case["steps"]):
            x = torch.tensor(data["x"][k]).requires_grad_()
            module.zero_grad()
            y = module(x)
            y.backward(torch.tensor(data["gy"][k]))
            at = f"{case['id']} step {k + 1}"
            check(f"{at} y", y.detach(), want["y"])
            check(f"{at} gx", x.grad, want["gx"])
            for theirs, gradient in want["gparams"].items():
                parameter = getattr(module, PARAMETERS[theirs])
                check(f"{at} {theirs}", parameter.grad, gradient)
                with torch.no_grad():
                    parameter -= inputs["sgd_lr"] * parameter.grad
        module.eval()
        check(f"{case['id']} evaluation", module(torch.tensor(data["x_eval"])).detach(), case["eval"]["y"])


def check_recorder():
    """On a model of one site that lets its input through, batch by batch of the vectors."""
    metrics = read("powernorm/metrics")
    model = torch.nn.Sequential(norms.NoNorm(C))
    recorder = norms.Recorder(model, recording, alpha=metrics["settings"]["alpha"], title="The golden batches")
    for k in range(len(metrics["steps"])):
        model(torch.tensor(INPUTS["X"][k]).reshape(T, B, C))
        recorder.step(loss=1 / (k + 1))
    recorder.close()
    lines = [json.loads(line) for line in pathlib.Path(recording).read_text().splitlines()]
    for k, (line, want) in enumerate(zip(lines[1:], metrics["steps"])):
        site = line["sites"]["0"]
        for i, theirs in enumerate(["mu_before", "var_before", "psi2_before"]):
            check(f"recorder step {k + 1} {theirs}", site["distance"][i], want[theirs])
        check(f"recorder step {k + 1} relative mean", site["relative-distance"][0], want["tid_mean_paper"])


for path in sorted((folder / "powernorm").glob("*.json")):
    if path.stem not in ("inputs", "metrics", "groupscaling_g2"):
        check_layer(path.stem)
for method in FAMILY:
    check_family(method)
check_recorder()
failed = [f"{what}: {error:.2e}" for what, error in results if not error <= TOLERANCE]
print(json.dumps({
    "torch": torch.__version__,
    "compared": len(results),
    "largest": max(error for _, error in results),
    "failed": failed,
}))
