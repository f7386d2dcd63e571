using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Asks for hosts as Hyper-V on them shows them.</summary>
public sealed record FindVMHosts : LabQuery<IReadOnlyList<VMHostView>>
{
    /// <summary>
    /// The computers' numbers, which must be hosts of virtual machines; null for every computer that is one.
    /// </summary>
    public IReadOnlyList<int>? Computers { get; init; }

    /// <inheritdoc/>
    internal override IReadOnlyList<VMHostView> Answer(LabState lab) => Computers is { } named
        ? [.. named.Select(number => VMHostView.Of(
            lab, lab.RequireVMHost(new Key<PhysicalComputer>(number))))]
        : [.. lab.Computers
            .Where(static computer => computer.IsRunning && Platforms.Find(computer) is not null)
            .Select(computer => VMHostView.Of(lab, computer))];
}
