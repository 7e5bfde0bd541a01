class BatchNorm(_Norm):
    """(x - mean_B) / sqrt(variance_B + eps) in training; the running averages in their place at inference.

    The batch is normalised by its biased variance. What is remembered is the unbiased one, as PyTorch has it, or the biased.
    `epsilon="clamped"` takes the variance for at least eps instead of adding it. Across processes each normalises its own
    part of the batch, as torch.nn.BatchNorm1d does.
    """

    def __init__(self, channels, alpha=0.9, running_variance="unbiased", epsilon="added", eps=1e-5, **place):
        super().__init__(channels, **place)
        self.alpha, self.running_variance, self.epsilon, self.eps = alpha, running_variance, epsilon, eps
        _affine(self)
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("variance", torch.ones(channels))

    def normalise(self, x, real):
        mean, variance = self.mean, self.variance
        if self.training:
            rows = _rows(x, real)
            mean = rows.mean(0)
            variance = (rows - mean).square().mean(0)
            self._remember(mean.detach(), variance.detach(), rows.shape[0])
        positive = variance.clamp(min=self.eps) if self.epsilon == "clamped" else variance + self.eps
        return (x - mean) * (self.gain / positive.sqrt()) + self.bias

    @torch.no_grad()
    def _remember(self, mean, variance, count):
        if self.running_variance == "unbiased" and count > 1:
            variance = variance * (count / (count - 1))
        self.mean.lerp_(mean, 1 - self.alpha)
        self.variance.lerp_(variance, 1 - self.alpha)
