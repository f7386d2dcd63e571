using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Pulls the cables of paths between computers and storage arrays.</summary>
/// <example>
/// <code>Get-LabStoragePath HVR2NODO1 | Disconnect-LabStoragePath</code>
/// Cuts HVR2NODO1 off from its storage: its cluster shared volumes go on in redirected mode.
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "LabStoragePath", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPath))]
public sealed class DisconnectLabStoragePathCommand : StoragePathCmdlet
{


    /// <inheritdoc/>
    private protected override LabRequest Request(
        Key<PhysicalComputer> computer, Key<Engine.Storage.StorageArray> array, int number) =>
        new DisconnectStoragePath { Computer = computer, Array = array, Number = number };
}
