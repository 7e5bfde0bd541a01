class GroupNorm(_Norm):
    """Contiguous groups of channels are centred and scaled: of each row alone, or of all positions of a sample `together`."""

    def __init__(self, channels, groups=4, together=False, eps=1e-5, **place):
        super().__init__(channels, **place)
        # Where the channels do not divide, fewer groups are taken.
        self.groups = max(n for n in range(1, min(groups, channels) + 1) if channels % n == 0)
        self.together, self.eps = together, eps
        _affine(self)

    def normalise(self, x, real):
        if self.together and real is not None and not bool(real.all()):
            raise ValueError("GroupNorm over whole samples has no mask here: padding would be counted")
        apart = x.reshape(*x.shape[:-1], self.groups, -1)
        dims = (-1,) if not self.together else (*range(1, x.dim() - 1), -1)
        centred = apart - apart.mean(dims, keepdim=True)
        variance = centred.square().mean(dims, keepdim=True)
        return (centred / (variance + self.eps).sqrt()).reshape(x.shape) * self.gain + self.bias
