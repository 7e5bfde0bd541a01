class PowerNormV(_Norm):
    """Batch Normalisation without the mean: x / sqrt(psi2_B + eps), psi2 the mean of squares, with the exact gradient."""

    def __init__(self, channels, alpha=0.9, eps=1e-5, **place):
        super().__init__(channels, **place)
        self.alpha, self.eps = alpha, eps
        _affine(self)
        self.register_buffer("quadratic_mean", torch.ones(channels))

    def normalise(self, x, real):
        psi2 = self.quadratic_mean
        if self.training:
            psi2 = _rows(x, real).square().mean(0)
            with torch.no_grad():
                self.quadratic_mean.lerp_(psi2, 1 - self.alpha)
        return x * (self.gain / (psi2 + self.eps).sqrt()) + self.bias
