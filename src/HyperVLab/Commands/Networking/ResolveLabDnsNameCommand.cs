using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Finds the addresses of names, as a computer of the lab finds them.</summary>
/// <remarks>
/// The name servers of its adapters are asked, and where it has none, everybody in its network. Computers and guests
/// register when they come up with a name server, join the domain, or get another address; what nobody has registered
/// since its address changed is stale.
/// </remarks>
/// <example>
/// <code>Resolve-LabDnsName web01</code>
/// Shows the address that your workstation finds for web01.
/// </example>
/// <example>
/// <code>'web01', 'db01' | Resolve-LabDnsName -ComputerName HVR2NODO1</code>
/// Asks as HVR2NODO1 would.
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "LabDnsName")]
[OutputType(typeof(DnsAnswer))]
public sealed class ResolveLabDnsNameCommand : LabCmdlet
{
    /// <summary>The names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<DnsRecordView>))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>
    /// The computer that asks. Without it, the host entered with Enter-LabHost, or your workstation.
    /// </summary>
    [Parameter]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string name in Name)
        {
            Guard(() => WriteObject(new DnsAnswer(name, Find(name))));
        }
    }

    private string Find(string name)
    {
        Key<PhysicalComputer> source = ComputerName is null
            && LabSession.Current.CallerIn(Handle).Computer is { } own
                ? own
                : ComputerNames.Host(Handle, ComputerName);
        return Handle.Lab.Ask(new NameQuery(source, name)) ?? throw ModuleErrors.NoSuchDnsName.For(name, name);
    }
}
