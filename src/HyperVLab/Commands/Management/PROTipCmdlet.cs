using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that does something about a tip.</summary>
public abstract class PROTipCmdlet : VmmRequestCmdlet
{
    /// <summary>The tip, or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<PROTipView>))]
    [ValidateNotNullOrEmpty]
    public string PROTip { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => PROTip;
}
