using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Installs an edition of Windows on a bare computer, which runs afterwards.</summary>
public sealed record InstallOperatingSystem : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The edition's id or full name, such as <c>HyperVServer2008R2</c>.</summary>
    public required string Edition { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireComputer(Computer);
        Edition edition = Editions.Find(Edition) ?? throw Editions.NotFound(Edition);
        if (edition is { HasFeatures: false, Platform: null } && computer.Role == ComputerRole.HyperVHost)
        {
            throw HostErrors.ClientOnHost.For(computer.Name, edition.Name);
        }

        if (computer.Edition is { } present)
        {
            throw HostErrors.HasOperatingSystem.For(computer.Name, computer.Name, present.Name);
        }

        ComputerPower.Demand(computer, ComputerAction.Install);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        job.Give(Computer);
        ComputerPower.Begin(lab, computer, ComputerAction.Install, job);
        computer.BeginSetup(Editions.Find(Edition)!.Id);
    }
}
