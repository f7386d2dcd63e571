using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Commands.Compute;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Moves clustered virtual machines to another host.</summary>
/// <remarks>
/// With -Live a machine goes on running, with -Quick it is saved, moved and resumed; without either it moves live
/// where it
/// runs. On a clustered machine this is what Move-LabClusterVirtualMachineRole does. A machine that is not clustered is
/// refused: moving those came after 2008 R2. With -VMHost Virtual Machine Manager moves a machine that is off, with its
/// files, to another host that it manages: over the network, in the background, as Get-LabTransfer shows.
/// </remarks>
/// <example>
/// <code>Move-LabVM web01 HVR2NODO1 -Live</code>
/// Migrates web01 to HVR2NODO1 while it runs.
/// </example>
/// <example>
/// <code>Move-LabVM web01 -Quick -AsJob</code>
/// Begins a quick migration of web01 to the best other node.
/// </example>
/// <example>
/// <code>Move-LabVM web01 -VMHost HV2 -Path D:\VMs</code>
/// Sends the disks of web01, which is off, to D:\VMs\web01 on HV2 and registers it there.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class MoveLabVMCommand : VMTargetCmdlet
{
    /// <summary>The host to go to. Without it, the best node of the cluster.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DestinationHost { get; set; }

    /// <summary>Moves it while it runs.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>Saves it, moves it and resumes it.</summary>
    [Parameter]
    public SwitchParameter Quick { get; set; }

    /// <summary>The managed host to which Virtual Machine Manager moves it with its files.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <summary>
    /// The folder on -VMHost that gets a folder of the machine's name. Without it, the host's for virtual machines.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target)
    {
        bool isManaged = VMHost is not null;
        if (isManaged ? DestinationHost is not null || Live || Quick : Path is not null)
        {
            throw ModuleErrors.MoveUnclear.For(target.Name, target.Name);
        }

        return isManaged
            ? new MoveVMToHost
            {
                VM = target.Key,
                VMHost = ComputerNames.Host(target.Handle, VMHost!),
                Path = Path,
            }
            : new MoveVM
            {
                VM = target.Key,
                DestinationHost = DestinationHost is null ? null : ComputerNames.Host(target.Handle, DestinationHost),
                Live = Live,
                Quick = Quick,
            };
    }
}
