class _DivideByPsi(torch.autograd.Function):
    """z = u / root, whose backward pass stands in for the gradient through psi, which is past.

    With g the gradient at z and nu = (1 - alpha) ema: a = g - nu z, du = a / sqrt(divisor + eps), and ema grows by the mean
    of a z over all positions, padded ones too. That is Algorithm 2 of the paper, nu' = nu (1 - (1 - alpha) Gamma) +
    (1 - alpha) Lambda, in another variable.
    """

    @staticmethod
    def forward(ctx, u, root, divisor, ema, module):
        z = u / root
        ctx.save_for_backward(z, divisor)
        ctx.ema, ctx.share, ctx.eps = ema, 1 - module.alpha, module.eps
        return z

    @staticmethod
    def backward(ctx, gradient):
        z, divisor = ctx.saved_tensors
        estimated = gradient - ctx.share * ctx.ema * z
        ctx.ema += (estimated * z).reshape(-1, z.shape[-1]).mean(0)
        return estimated / (divisor + ctx.eps).sqrt(), None, None, None, None


class PowerNorm(_Norm):
    """Division by the running quadratic mean psi, by this batch's until `warm_up` steps are taken.

    With `groups`, every row is first divided by the root mean square of each of its groups of channels (one a head in the
    authors' code): their group scaling. `groups=None` is the method of the paper's main text. `backward_divisor` is "batch",
    as released, or "running", as in the paper's Algorithm 2. A step is a forward pass in training: two of them before one
    backward pass, as checkpointing makes them, count twice.
    """

    def __init__(self, channels, alpha=0.9, warm_up=0, groups=1, backward_divisor="batch", eps=1e-5, **place):
        super().__init__(channels, **place)
        self.alpha, self.warm_up, self.groups = alpha, warm_up, groups
        self.backward_divisor, self.eps = backward_divisor, eps
        _affine(self)
        self.register_buffer("phi", torch.ones(channels))
        self.register_buffer("ema_gz", torch.zeros(channels))
        self.register_buffer("taken", torch.zeros((), dtype=torch.long))

    def normalise(self, x, real):
        u = x if self.groups is None else self._group_scaled(x)
        if not self.training:
            return u / (self.phi + self.eps).sqrt() * self.gain + self.bias
        with torch.no_grad():
            psi2 = _rows(u, real).square().mean(0)
            step = int(self.taken) + 1
            root = ((psi2 if step <= self.warm_up else self.phi) + self.eps).sqrt()
            divisor = psi2 if self.backward_divisor == "batch" else self.phi.clone()
        z = _DivideByPsi.apply(u, root, divisor, self.ema_gz, self)
        self._remember(psi2, step)
        return z * self.gain + self.bias

    def _group_scaled(self, x):
        apart = x.reshape(*x.shape[:-1], self.groups, -1)
        scaled = apart / (apart.square().mean(-1, keepdim=True) + self.eps).sqrt()
        return scaled.reshape(x.shape)

    @torch.no_grad()
    def _remember(self, psi2, step):
        if step < self.warm_up:
            self.phi.mul_((step - 1) / step).add_(psi2 / step)
        self.phi.lerp_(psi2, 1 - self.alpha)
        self.taken += 1
