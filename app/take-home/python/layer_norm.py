class LayerNorm(_Norm):
    """Every row is centred and scaled over its own channels; `over="sample"` takes a whole picture together."""

    def __init__(self, channels, over="position", eps=1e-5, **place):
        super().__init__(channels, **place)
        self.over, self.eps = over, eps
        _affine(self)

    def normalise(self, x, real):
        dims = -1 if self.over == "position" else tuple(range(1, x.dim()))
        centred = x - x.mean(dims, keepdim=True)
        variance = centred.square().mean(dims, keepdim=True)
        return centred / (variance + self.eps).sqrt() * self.gain + self.bias
