using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Management;

/// <summary>Stores a virtual machine that is off in the library.</summary>
/// <remarks>
/// Its files are sent to the library server, as transfers that go on where they were after a break; only then does the
/// machine leave its host. Get-LabVM shows it as Stored, on the library server. There it takes no points of its owner's
/// quota, and nothing can be done with it but to deploy it with Move-LabVM -VMHost, or to remove it with its files.
/// </remarks>
/// <example>
/// <code>Save-LabVirtualMachine web01 -SharePath \\LIB1\Library\Stored</code>
/// Stores web01 in the folder Stored\web01 of a library share.
/// </example>
/// <example>
/// <code>Get-LabVM old* | Save-LabVirtualMachine -LibraryServer LIB1 | Move-LabVM -VMHost HV2</code>
/// Stores some machines in the only share of a library server, and deploys them to another host.
/// </example>
[Cmdlet(VerbsData.Save, "LabVirtualMachine", SupportsShouldProcess = true)]
[Alias("Store-VM")]
[OutputType(typeof(VirtualMachine))]
public sealed class SaveLabVirtualMachineCommand : VmmRequestCmdlet
{
    /// <summary>The virtual machine's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VM { get; set; } = null!;

    /// <summary>The library server, by its computer's name, where -SharePath is not given: its only share.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [ValidateNotNullOrEmpty]
    public string? LibraryServer { get; set; }

    /// <summary>
    /// The network path of a library share or of a folder in it, which gets a folder of the machine's name. Without it,
    /// the only share.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SharePath { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VM;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SaveVirtualMachine
    {
        VM = VmmNames.Machine(Handle, VM)!.Value,
        SharePath = SharePath ?? VmmNames.OnlyShareOf(Handle, LibraryServer),
    };
}
