class ScaleNorm(_Norm):
    """Every row is put on one sphere whose radius is learned: radius x / max(|x|, eps)."""

    def __init__(self, channels, eps=1e-5, **place):
        super().__init__(channels, **place)
        self.eps = eps
        self.radius = nn.Parameter(torch.tensor(math.sqrt(channels)))

    def normalise(self, x, real):
        length = x.square().sum(-1, keepdim=True).clamp(min=self.eps**2).sqrt()
        return x / length * self.radius
