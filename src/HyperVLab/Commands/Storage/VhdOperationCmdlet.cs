using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that does one operation to each virtual hard disk that it is given.</summary>
public abstract class VhdOperationCmdlet : VhdCmdlet
{
    /// <summary>Writes the disk as it is afterwards. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <summary>What is being done, as progress calls it.</summary>
    private protected abstract string Activity { get; }

    /// <summary>Whether the disk that is given changes, and is not only read.</summary>
    private protected virtual bool ChangesTarget => true;

    /// <summary>The request that does it to a disk of a host.</summary>
    private protected abstract LabRequest Request(Key<PhysicalComputer> computer, string path);

    /// <summary>What does it to a disk of this computer; what it returns must not touch the cmdlet.</summary>
    /// <param name="path">The full path.</param>
    private protected abstract Action<DiskWork> Work(string path);

    /// <summary>The disk of this computer that is written afterwards, by its full path.</summary>
    /// <param name="path">The full path of the disk that was given.</param>
    private protected virtual string ResultHere(string path) => path;

    /// <summary>The disk of a host that is written afterwards, by its path there.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="path">The path of the disk that was given.</param>
    private protected virtual string ResultThere(LabHandle lab, PhysicalComputerView computer, string path) => path;

    /// <inheritdoc/>
    private protected override void ChangeHere(string path)
    {
        if (ChangesTarget)
        {
            VhdTargets.DemandOwn(path);
        }

        Action<DiskWork> work = Work(path);
        if (!Forecasts(() => ForecastHere(path)) && ShouldProcess(path))
        {
            ChangeHere(Activity, path, work, Passthru ? ResultHere(path) : null);
        }
    }

    /// <inheritdoc/>
    private protected override void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        if (!Forecasts(() => ForecastThere(lab, computer, path)))
        {
            ChangeThere(
                lab,
                computer,
                Request(new(computer.Key), path),
                path,
                Passthru ? ResultThere(lab, computer, path) : null);
        }
    }

    /// <summary>What -WhatIf says would come of a disk of this computer; null for the usual sentence.</summary>
    /// <param name="path">The full path.</param>
    private protected virtual string? ForecastHere(string path) => null;

    /// <summary>What -WhatIf says would come of a disk of a host; null for the usual sentence.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="path">The path on it.</param>
    private protected virtual string? ForecastThere(LabHandle lab, PhysicalComputerView computer, string path) => null;

    private bool Forecasts(Func<string?> forecast)
    {
        if (!WhatIfPreference.IsAsked(this) || forecast() is not { } text)
        {
            return false;
        }

        // Under -WhatIf the answer is always no, and the text is what is shown.
        ShouldProcess(text, text, string.Empty);
        return true;
    }
}
