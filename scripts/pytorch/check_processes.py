"""Two processes with half a batch each must record what one records of the whole, masks and micro-batches included.

python3 check_processes.py EXPORTED.py FOLDER

Writes FOLDER/one.jsonl and FOLDER/two.jsonl, and prints the largest relative difference of their numbers.
"""

import importlib.util
import json
import pathlib
import sys

import torch
import torch.distributed as distributed
import torch.multiprocessing as multiprocessing

STEPS, SAMPLES, TOKENS, CHANNELS = 5, 12, 7, 8


def exported(path):
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def batches():
    torch.manual_seed(1)
    for _ in range(STEPS):
        x = torch.randn(SAMPLES, TOKENS, CHANNELS) * 3 + 5
        lengths = torch.randint(1, TOKENS + 1, (SAMPLES, 1))
        yield x, torch.arange(TOKENS) < lengths


def record(norms, path, part):
    """`part` gives the pieces of a batch that pass through here, one after the other."""
    torch.manual_seed(2)
    model = torch.nn.Sequential(torch.nn.Linear(CHANNELS, CHANNELS), norms.LayerNorm(CHANNELS))
    recorder = norms.Recorder(model, str(path), modules=["1"], channels=True)
    for x, real in batches():
        total = 0.0
        for piece, mask in part(x, real):
            recorder.real = mask
            total = model(piece).square().mean()
        recorder.step(loss=1.0)
    recorder.close()


def process(rank, path, folder):
    distributed.init_process_group("gloo", init_method=f"file://{folder}/meeting", rank=rank, world_size=2)
    # Unequal parts, and the first process passes its own through in two pieces.
    mine = slice(0, 5) if rank == 0 else slice(5, SAMPLES)

    def part(x, real):
        x, real = x[mine], real[mine]
        return [(x[:2], real[:2]), (x[2:], real[2:])] if rank == 0 else [(x, real)]

    record(exported(path), pathlib.Path(folder) / "two.jsonl", part)
    distributed.destroy_process_group()


def numbers(path):
    lines = [json.loads(line)["sites"]["1"] for line in path.read_text().splitlines()[1:]]
    flat = []
    for line in lines:
        for key in ("rows", "distance", "relative-distance", "discrepancy", "batch", "running"):
            flat += torch.tensor(line[key], dtype=torch.float64).flatten().tolist()
    return torch.tensor(flat, dtype=torch.float64)


if __name__ == "__main__":
    source, folder = sys.argv[1:3]
    record(exported(source), pathlib.Path(folder) / "one.jsonl", lambda x, real: [(x, real)])
    multiprocessing.spawn(process, args=(source, folder), nprocs=2)
    one, two = (numbers(pathlib.Path(folder) / f"{name}.jsonl") for name in ("one", "two"))
    difference = float(((one - two).abs() / (one.abs() + 1e-9)).max())
    head = json.loads((pathlib.Path(folder) / "two.jsonl").read_text().splitlines()[0])
    print(json.dumps({"numbers": len(one), "largest": difference, "processes": head["processes"]}))
