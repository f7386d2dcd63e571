using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Makes a team of network adapters, which is one adapter to whoever uses it.</summary>
/// <remarks>
/// Teams came with Windows Server 2012; on 2008 R2 the vendor's driver bonds adapters (New-LabNetAdapterBond). The team
/// takes the addresses of its first member, and a virtual switch takes the team's adapter as any other; on Windows
/// Server 2022 only with -AllowNetLbfoTeams, and on 2025 not at all. A switch independent team needs nothing of the
/// physical switch; Static and Lacp need the members' ports in one channel (Set-LabPhysicalSwitchPort -ChannelGroup),
/// and members elsewhere carry nothing.
/// </remarks>
/// <example>
/// <code>New-LabNetLbfoTeam Team1 -TeamMembers Ethernet, 'Ethernet 2' -LoadBalancingAlgorithm HyperVPort</code>
/// Makes a team in which each virtual network adapter has a member of its own.
/// </example>
/// <example>
/// <code>New-LabNetLbfoTeam Team1 'Local*' -TeamingMode Lacp -ComputerName HV1</code>
/// Makes a team of all cards whose names begin so.
/// </example>
[Cmdlet(VerbsCommon.New, "LabNetLbfoTeam", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeam))]
public sealed class NewLabNetLbfoTeamCommand : LabChangeCmdlet
{
    /// <summary>The team's name, unique on its computer.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The names of the adapters, one or more. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] TeamMembers { get; set; } = null!;

    /// <summary>What the team's adapter is called. Without it, as the team.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    public string? TeamNicName { get; set; }

    /// <summary>What the physical switch must know of it. Without it, nothing: SwitchIndependent.</summary>
    [Parameter(Position = 3)]
    public TeamingMode? TeamingMode { get; set; }

    /// <summary>By what it spreads what it sends. Without it, Dynamic; on Windows Server 2012 TransportPorts.</summary>
    [Parameter(Position = 4)]
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; set; }

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        Key<PhysicalComputer> computer = ComputerNames.Host(Handle, ComputerName);
        var request = new NewNetLbfoTeam
        {
            Name = Name,
            Computer = computer,
            TeamMembers = [.. TeamMembers.SelectMany(pattern => Cards(computer, pattern))],
            TeamNicName = TeamNicName,
            TeamingMode = TeamingMode,
            LoadBalancingAlgorithm = LoadBalancingAlgorithm,
        };
        if (Change(Handle, request, Name, out _) is NetAdapter made)
        {
            WriteObject(new NetLbfoTeam(Handle, Handle.Lab.View<NetLbfoTeamView>(made.Number)!));
        }
    }

    private IEnumerable<string> Cards(Key<PhysicalComputer> computer, string pattern) =>
        WildcardPattern.ContainsWildcardCharacters(pattern)
            ? Handle.Lab.Views<NetworkAdapterView>()
                .Where(view => view.ComputerKey == computer.Number && view.Kind == NetworkAdapterKind.Physical
                    && Wildcards.Match(pattern, view.Name))
                .Select(static view => view.Name)
            : [pattern];
}
