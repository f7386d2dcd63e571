using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Management;
using PROTip = HyperVLab.Objects.PROTip;

namespace HyperVLab.Commands.Management;

/// <summary>Gets what is recommended to do about hosts of clusters that stay hot.</summary>
/// <remarks>
/// A host that has been hot for five minutes makes a tip, where Set-LabPROMonitorConfiguration lets hosts of its group
/// be monitored and dynamic optimization is not automatic there.
/// </remarks>
/// <example>
/// <code>Get-LabPROTip | Format-List VMHost, TipStatus, Explanation</code>
/// Lists all tips with what they recommend and why.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPROTip", DefaultParameterSetName = "AllTips")]
[OutputType(typeof(PROTip))]
public sealed class GetLabPROTipCommand : LabCmdlet
{
    /// <summary>Only tips about this host.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "HostTips", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <summary>Only tips about hosts of this cluster.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ClusterTips")]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostCluster { get; set; }

    /// <summary>Only the tip of this identifier.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GetById")]
    public Guid? PROTipID { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? host = VMHost is null ? null : ComputerNames.Host(Handle, VMHost).Number;
        string? cluster = VMHostCluster is null ? null : ThingNames.FindOne<ClusterView>(Handle, VMHostCluster).Name;
        WriteObject(
            Named<PROTipView, PROTip>(
                PROTipID is { } id ? [id.ToString("D")] : null,
                view => (host is null || view.HostKey == host) && (cluster is null || view.VMHostCluster == cluster)),
            enumerateCollection: true);
    }
}
