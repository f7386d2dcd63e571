using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Asks for hosts as Hyper-V on them shows them.</summary>
public sealed record FindVMHosts : LabQuery<IReadOnlyList<VMHostView>>
{
    /// <summary>The computers' numbers, which must run Hyper-V; null for every computer that does.</summary>
    public IReadOnlyList<int>? Computers { get; init; }

    /// <inheritdoc/>
    internal override IReadOnlyList<VMHostView> Answer(LabState lab) => Computers is { } named
        ? [.. named.Select(number => VMHostView.Of(
            lab, lab.RequireFeature(new Key<PhysicalComputer>(number), FeatureCatalogue.HyperV)))]
        : [.. lab.Computers
            .Where(static computer => computer.IsRunning && computer.HasFeature(FeatureCatalogue.HyperV))
            .Select(computer => VMHostView.Of(lab, computer))];
}
