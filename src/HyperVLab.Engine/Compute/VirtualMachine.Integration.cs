using HyperVLab.Engine.Compute.Integration;

namespace HyperVLab.Engine.Compute;

public sealed partial class VirtualMachine
{
    /// <summary>The integration services that its host offers it, in the order of their names.</summary>
    public IReadOnlyList<IntegrationServiceKind> EnabledServices { get; private set; } =
        IntegrationServiceTypes.EnabledByDefault;

    /// <summary>How far its guest's clock is behind the host's, as far as the guest has run.</summary>
    public TimeSpan ClockBehind { get; private set; }

    /// <summary>Since when, since the lab began, its guest's clock stands still with its processors.</summary>
    public TimeSpan? ClockStoppedAt { get; private set; }

    /// <summary>Offers a service, or takes it back.</summary>
    internal void Offer(IntegrationServiceKind service, bool isEnabled)
    {
        IEnumerable<IntegrationServiceKind> others = EnabledServices.Where(one => one != service);
        EnabledServices = [.. (isEnabled ? others.Append(service) : others).Order()];
    }

    /// <summary>Offers these services.</summary>
    internal void Offer(IReadOnlyList<IntegrationServiceKind> services) => EnabledServices = services;

    /// <summary>Its processors stand still, and the guest's clock with them.</summary>
    internal void StopClock(TimeSpan now) => ClockStoppedAt ??= now;

    /// <summary>Its processors go on, and the guest's clock where it stood.</summary>
    internal void StartClock(TimeSpan now)
    {
        ClockBehind += ClockStoppedAt is { } stopped ? now - stopped : TimeSpan.Zero;
        ClockStoppedAt = null;
    }

    /// <summary>Sets the guest's clock by the host's.</summary>
    internal void SetClock() => (ClockBehind, ClockStoppedAt) = (TimeSpan.Zero, null);

    /// <summary>Takes over a guest's clock as a checkpoint kept it.</summary>
    internal void TakeClock(TimeSpan behind, TimeSpan? stoppedAt) =>
        (ClockBehind, ClockStoppedAt) = (behind, stoppedAt);
}
