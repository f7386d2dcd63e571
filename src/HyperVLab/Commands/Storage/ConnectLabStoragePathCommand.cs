using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Plugs the cables of paths between computers and storage arrays in again.</summary>
/// <example>
/// <code>Get-LabStoragePath HVR2NODO1 | Connect-LabStoragePath</code>
/// Gives HVR2NODO1 its storage back.
/// </example>
[Cmdlet(VerbsCommunications.Connect, "LabStoragePath", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPath))]
public sealed class ConnectLabStoragePathCommand : StoragePathCmdlet
{


    /// <inheritdoc/>
    private protected override LabRequest Request(
        Key<PhysicalComputer> computer, Key<Engine.Storage.StorageArray> array, int number) =>
        new ConnectStoragePath { Computer = computer, Array = array, Number = number };
}
