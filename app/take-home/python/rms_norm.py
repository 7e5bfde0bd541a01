class RMSNorm(_Norm):
    """Every row is divided by the root mean square of its channels, or of a `share` of them, the first ones."""

    def __init__(self, channels, epsilon="inside", share=1.0, **place):
        super().__init__(channels, **place)
        self.epsilon, self.counted = epsilon, max(1, int(channels * share))
        self.gain = nn.Parameter(torch.ones(channels))

    def normalise(self, x, real):
        square = x[..., : self.counted].square().mean(-1, keepdim=True)
        root = (square + 1e-5).sqrt() if self.epsilon == "inside" else (square + 1e-30).sqrt() + 1e-8
        return x / root * self.gain
