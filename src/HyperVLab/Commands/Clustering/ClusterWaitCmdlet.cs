using System.Management.Automation;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>As <see cref="ClusterTargetCmdlet{TView, TObject}"/>, where it takes virtual time.</summary>
/// <typeparam name="TView">The parts' view.</typeparam>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class ClusterWaitCmdlet<TView, TObject> : ClusterTargetCmdlet<TView, TObject>
    where TView : class, IClusterPart
    where TObject : LabObject
{
    /// <summary>
    /// For how many seconds of virtual time to wait. The action goes on after that; 0 returns at once. Without it, the
    /// cmdlet waits as long as the action takes.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public new int? Wait { get; set; }

    /// <inheritdoc/>
    private protected sealed override TimeSpan? WaitLimit => Wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
