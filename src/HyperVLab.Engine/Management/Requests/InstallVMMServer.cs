using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Runs the setup of Virtual Machine Manager's server on a computer's own console.</summary>
public sealed record InstallVMMServer : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        if (lab.VmmServers.Any(server => server.Computer == Computer))
        {
            throw ManagementErrors.ServerExists.For(computer.Name, computer.Name);
        }

        if (computer.Edition is not { HasFeatures: true, IsHyperVServer: false })
        {
            throw ManagementErrors.ServerEdition.For(
                computer.Name, computer.Name, computer.Edition?.Name ?? "its operating system");
        }

        if (computer.Domain is null)
        {
            throw DirectoryErrors.NotInDomain.For(computer.Name, computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = lab.VmmServers.Add(key => new VmmServer(key, Computer, lab.Computers[Computer].Name));
        lab.HostGroups.Add(key => new HostGroup(key, server.Key, ManagementSettings.RootGroup, parent: null));
        UserRoles.AddAdministrators(lab, server.Key, job.Caller.Account);
        job.Give(server.Key);
        VmmOperations.Begin(lab, VmmOperationKind.InstallServer, server.Key, job, []);
    }
}
