namespace HyperVLab.Engine.Management;

/// <summary>Steps of operations that wait until something was sent.</summary>
internal static class TransferSteps
{
    /// <summary>
    /// A step that sends, and ends when all of it has arrived. When its operation is halted what was sent is kept, and
    /// goes on where it was when that is restarted.
    /// </summary>
    /// <param name="name">What the job calls it.</param>
    /// <param name="depth">How deep it stands in the job's tree of steps.</param>
    /// <param name="plans">What is sent.</param>
    /// <param name="ends">What becomes of what has arrived; null for nothing.</param>
    public static CourseStep Of(
        string name,
        int depth,
        Func<LabState, VmmOperation, IReadOnlyList<TransferPlan>> plans,
        Action<LabState, VmmOperation>? ends = null) => new(name, depth)
        {
            Begins = (lab, operation) => Transfers.Begin(lab, operation, plans(lab, operation)),
            Duration = static (lab, operation) => Transfers.HaveArrived(lab, operation) ? TimeSpan.Zero : null,
            Halts = Transfers.Halt,
            Ends = (lab, operation) =>
            {
                ends?.Invoke(lab, operation);
                Transfers.Forget(lab, operation);
            },
        };
}
