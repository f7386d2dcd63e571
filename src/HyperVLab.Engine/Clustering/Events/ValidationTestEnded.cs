using HyperVLab.Engine.Clustering.Validation;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A validation test is over.</summary>
internal sealed record ValidationTestEnded(
    Key<ClusterValidation> Validation, int Test, Key<LabJob> Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterValidations.Find(Validation) is not { EndTime: null } validation)
        {
            return;
        }

        if (lab.Jobs[Job].HasEnded)
        {
            lab.ClusterValidations.Remove(Validation);
        }
        else if (validation.Results.Count == Test)
        {
            ValidationRun.End(lab, validation, Job);
        }
    }
}
