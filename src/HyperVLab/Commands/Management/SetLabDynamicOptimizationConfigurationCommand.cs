using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Sets when virtual machines are moved between the hosts of a group, and how readily.</summary>
/// <remarks>
/// In automatic mode machines are moved live from a host of a cluster that has been hot for five minutes, at the next
/// of the moments that the frequency gives; in manual mode Start-LabDynamicOptimization does it. A group without
/// settings of its own has those of the group that it stands in.
/// </remarks>
/// <example>
/// <code>Set-LabDynamicOptimizationConfiguration 'All Hosts' -AutomaticMode</code>
/// Lets machines move by themselves.
/// </example>
/// <example>
/// <code>Set-LabDynamicOptimizationConfiguration 'Rack 1' -Aggressiveness 5 -CPUStartOptimizationLevel 40</code>
/// Moves machines of Rack 1 for any gain, from hosts that have less than 40 % of their processors free.
/// </example>
[Cmdlet(
    VerbsCommon.Set,
    "LabDynamicOptimizationConfiguration",
    DefaultParameterSetName = "FromValues",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMHostGroup))]
public sealed class SetLabDynamicOptimizationConfigurationCommand : VmmRequestCmdlet
{
    /// <summary>The configuration, or the group that it is of.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string DynamicOptimizationConfiguration { get; set; } = null!;

    /// <summary>Whether the group has what the group has that it stands in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ToInherit")]
    public bool Inherit { get; set; }

    /// <summary>Lets somebody start it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ToManual")]
    public SwitchParameter ManualMode { get; set; }

    /// <summary>Lets it start by itself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ToAutomatic")]
    public SwitchParameter AutomaticMode { get; set; }

    /// <summary>
    /// How readily, 1 to 5: a move has to make the imbalance less by 40 % at 1, by 20 % at 3, by anything at 5.
    /// </summary>
    [Parameter(ParameterSetName = "FromValues")]
    public byte? Aggressiveness { get; set; }

    /// <summary>How often hosts are looked at, in minutes: 10 or more.</summary>
    [Parameter(ParameterSetName = "FromValues")]
    [ValidateRange(0, int.MaxValue)]
    public int? FrequencyMinutes { get; set; }

    /// <summary>A host with less of its processors free is hot, in percent.</summary>
    [Parameter(ParameterSetName = "FromValues")]
    public int? CPUStartOptimizationLevel { get; set; }

    /// <summary>A host with less memory free is hot, in megabytes.</summary>
    [Parameter(ParameterSetName = "FromValues")]
    public int? MemoryStartOptimizationLevel { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => DynamicOptimizationConfiguration;

    /// <inheritdoc/>
    private protected override bool WritesResult => false;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetDynamicOptimizationConfiguration
    {
        VMHostGroup = VmmNames.Group(Handle, DynamicOptimizationConfiguration)!.Value,
        Inherit = ParameterSetName == "ToInherit" ? Inherit : null,
        ManualMode = ManualMode,
        AutomaticMode = AutomaticMode,
        Aggressiveness = Aggressiveness,
        FrequencyMinutes = FrequencyMinutes,
        CPUStartOptimizationLevel = CPUStartOptimizationLevel,
        MemoryStartOptimizationLevel = MemoryStartOptimizationLevel,
    };
}
