"""The step of problem.mjs in PyTorch. Reads the problem and then questions, a line of JSON each, and answers likewise."""

import json
import sys
import time

import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def main():
    problem = json.loads(sys.stdin.readline())
    shape = problem["shape"]
    weights = {
        weight["name"]: torch.tensor(weight["values"], dtype=torch.float32).reshape(weight["shape"]).requires_grad_()
        for weight in problem["weights"]
    }
    batch, length, width = shape["batch"], shape["length"], shape["width"]
    ids = torch.tensor(problem["ids"]).reshape(batch, length)
    labels = torch.tensor(problem["labels"])
    positions = torch.tensor(problem["positions"]).reshape(1, length, width)
    mask = torch.triu(torch.full((length, length), -1e9), diagonal=1)
    adam = torch.optim.Adam(
        list(weights.values()),
        lr=shape["rate"],
        betas=(shape["beta1"], shape["beta2"]),
        eps=shape["epsilon"],
    )

    def step():
        adam.zero_grad()
        loss = forward(weights, shape, ids, labels, positions, mask)
        loss.backward()
        adam.step()
        return loss.detach()

    answer(torch.__version__)
    for line in sys.stdin:
        question = json.loads(line)
        if "losses" in question:
            answer([step().item() for _ in range(question["losses"])])
        else:
            start, processor = time.perf_counter(), time.process_time()
            for _ in range(question["time"]):
                step()
            scale = 1000 / question["time"]
            answer(
                {
                    "byTheClock": (time.perf_counter() - start) * scale,
                    "processor": (time.process_time() - processor) * scale,
                }
            )


def forward(weights, shape, ids, labels, positions, mask):
    batch, length, width, heads = shape["batch"], shape["length"], shape["width"], shape["heads"]

    def norm(name, x):
        gain, shift = weights[f"{name} gain"], weights[f"{name} shift"]
        return F.layer_norm(x, (width,), gain, shift, shape["normEpsilon"])

    def split(x):
        return x.reshape(batch, length, heads, width // heads).transpose(1, 2)

    x = weights["embedding"][ids] + positions
    for layer in range(shape["layers"]):
        q, k, v = (split(x @ weights[f"{layer} {part}"]) for part in ("query", "key", "value"))
        scores = q @ k.transpose(-1, -2) / (width // heads) ** 0.5 + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = norm(f"{layer} attention", x + mixed @ weights[f"{layer} output"])
        inner = F.relu(x @ weights[f"{layer} in"] + weights[f"{layer} in bias"])
        x = norm(
            f"{layer} feed-forward",
            x + inner @ weights[f"{layer} out"] + weights[f"{layer} out bias"],
        )
    logits = x.reshape(batch * length, width) @ weights["embedding"].T
    return F.cross_entropy(logits, labels)


def answer(value):
    print(json.dumps(value), flush=True)


main()
