using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Sets whether hosts of a group that stay hot make tips, and whether these are implemented at once.</summary>
/// <example>
/// <code>Get-LabPROMonitorConfiguration -VMHostGroup 'All Hosts' |
///     Set-LabPROMonitorConfiguration -MonitoringEnabled $true -AutomaticMode $false</code>
/// Lets hosts make tips, which Get-LabPROTip shows.
/// </example>
[Cmdlet(
    VerbsCommon.Set,
    "LabPROMonitorConfiguration",
    DefaultParameterSetName = "EditSetting",
    SupportsShouldProcess = true)]
[OutputType(typeof(PROMonitorConfiguration))]
public sealed class SetLabPROMonitorConfigurationCommand : VmmRequestCmdlet
{
    /// <summary>The configuration, or the group that it is of.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string PROMonitorConfiguration { get; set; } = null!;

    /// <summary>Lets the group have what the group has that it stands in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Inherit")]
    public SwitchParameter Inherit { get; set; }

    /// <summary>Whether tips are implemented at once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "EditSetting")]
    public bool AutomaticMode { get; set; }

    /// <summary>Whether hosts make tips.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "EditSetting")]
    public bool MonitoringEnabled { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => PROMonitorConfiguration;

    /// <inheritdoc/>
    private protected override object OutputOf(object result) => LabObjects.Of<PROMonitorConfiguration>(
        Handle,
        Handle.Lab.View<PROMonitorConfigurationView>(VmmNames.Group(Handle, PROMonitorConfiguration)!.Value.Number)!);

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetPROMonitorConfiguration
    {
        VMHostGroup = VmmNames.Group(Handle, PROMonitorConfiguration)!.Value,
        Inherit = Inherit,
        AutomaticMode = Inherit ? null : AutomaticMode,
        MonitoringEnabled = Inherit ? null : MonitoringEnabled,
    };
}
