using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Opens or closes a TCP port of a computer or of a virtual machine's guest.</summary>
/// <remarks>
/// What nobody has set follows from what runs there: a web server listens at port 80 and a ledger's database at 1433 in
/// guests, WinRM, remote desktop, RPC, Hyper-V's and a domain controller's ports on computers. The firewall of Windows
/// keeps all others from answering. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Set-LabTcpPort -VMName web01 -Port 443 -State Listening; Test-LabConnection web01 -TcpPort 443</code>
/// Lets a program listen in web01, and connects to it.
/// </example>
/// <example>
/// <code>Set-LabTcpPort -VMName db01 -Port 1433 -State Filtered</code>
/// Lets the firewall of db01 drop what comes for its database. Connections that are established stall and break.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabTcpPort", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(TcpPortSetting))]
public sealed class SetLabTcpPortCommand : LabRequestCmdlet
{
    /// <summary>The virtual machine.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "VMName")]
    [ArgumentCompleter(typeof(NameCompleter<Engine.Compute.Views.VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = null!;

    /// <summary>The computer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ComputerName")]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The port.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public int Port { get; set; }

    /// <summary>
    /// Listening connects, Closed refuses, and Filtered answers nothing, as the firewall of Windows does.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2)]
    public TcpPortState State { get; set; }

    /// <summary>Writes the port. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesResult => Passthru;

    /// <inheritdoc/>
    private protected override string TargetName =>
        $"{(ParameterSetName == "VMName" ? VMName : ComputerName)}: {Port}";

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        LoadEnd end = ParameterSetName == "VMName"
            ? new(new(ThingNames.FindOne<Engine.Compute.Views.VirtualMachineView>(
                Handle, VMName, null, static view => view.ComputerName).Key), null)
            : new(null, ComputerNames.Host(Handle, ComputerName));
        return new SetTcpPort { VM = end.VM, Computer = end.Computer, Port = Port, State = State };
    }
}
