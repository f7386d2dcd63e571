using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Registers the names of computers and guests with their name servers anew.</summary>
/// <remarks>
/// Computers of the domain and guests register when they start and when their address changes. Where the name server is
/// not reached then, it keeps the old address, and the name leads there until its holder renews its lease, or a day
/// later with a static address. This cmdlet does not wait for that.
/// </remarks>
/// <example>
/// <code>Register-LabDnsClient HV1</code>
/// Lets HV1 register, as Register-DnsClient does on it.
/// </example>
/// <example>
/// <code>Register-LabDnsClient -VMName web01</code>
/// Lets the guest of web01 register.
/// </example>
[Cmdlet(VerbsLifecycle.Register, "LabDnsClient", DefaultParameterSetName = "Computer", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RegisterLabDnsClientCommand : LabChangeCmdlet
{
    /// <summary>
    /// The computers. Without it, the host entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = "Computer", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines in whose guests it is done. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "VMName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "VMName")
        {
            foreach (VirtualMachine vm in Named<VirtualMachineView, VirtualMachine>(VMName))
            {
                Guard(() => Change(vm.Handle, new RegisterDnsClient { VM = vm.Key }, vm.Name, out _), vm);
            }

            return;
        }

        foreach (string? name in ComputerName ?? [null!])
        {
            Guard(() =>
            {
                PhysicalComputerView computer = ComputerNames.HostView(Handle, name);
                var request = new RegisterDnsClient { Computer = new(computer.Key) };
                Change(Handle, request, computer.Name, out _);
            });
        }
    }
}
