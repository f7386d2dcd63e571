using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands;

/// <summary>As <see cref="LabPassthruCmdlet{TObject}"/>, where it may take virtual time.</summary>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class LabPassthruJobCmdlet<TObject> : LabPassthruCmdlet<TObject>
    where TObject : LabObject
{
    /// <summary>
    /// Goes on in the background and writes a job. Time stands still until something moves it: Wait-LabJob,
    /// Step-LabClock, or another cmdlet that waits.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool RunsAsJob => AsJob;
}
