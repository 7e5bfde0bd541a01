class InstanceNorm(_Norm):
    """Each channel of each sample is centred and scaled over that sample's own real positions; nothing is remembered."""

    def __init__(self, channels, eps=1e-5, **place):
        super().__init__(channels, **place)
        self.eps = eps
        _affine(self)

    def normalise(self, x, real):
        inner = tuple(range(1, x.dim() - 1))
        counts = torch.ones_like(x[..., :1]) if real is None else real.to(x.dtype).unsqueeze(-1)
        count = counts.sum(inner, keepdim=True).clamp(min=1)
        centred = x - (x * counts).sum(inner, keepdim=True) / count
        variance = (centred.square() * counts).sum(inner, keepdim=True) / count
        return centred / (variance + self.eps).sqrt() * self.gain + self.bias
