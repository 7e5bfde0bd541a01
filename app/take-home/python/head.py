import json
import math
import time

import torch
from torch import nn


class _Norm(nn.Module):
    """What the modules here share: channels come last, or second where `channels_first` says so (pictures)."""

    def __init__(self, channels, channels_first=False):
        super().__init__()
        self.channels = channels
        self.channels_first = channels_first

    def forward(self, x, real=None):
        """`real` is True where a row is no padding; its shape is that of x without the channels."""
        if self.channels_first:
            return self.normalise(x.movedim(1, -1), real).movedim(-1, 1)
        return self.normalise(x, real)


def _affine(module):
    module.gain = nn.Parameter(torch.ones(module.channels))
    module.bias = nn.Parameter(torch.zeros(module.channels))


def _rows(x, real):
    """All real rows of a batch, [rows, channels]."""
    return x.reshape(-1, x.shape[-1]) if real is None else x[real.bool()]
