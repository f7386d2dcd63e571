namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>
/// Gives votes to the members of a cluster with dynamic quorum, so that it can lose one node after the other down to
/// the last (Microsoft, "Configure and manage quorum", 2012 and 2012 R2).
/// </summary>
internal static class DynamicWeights
{
    /// <summary>
    /// How many members vote: all, but one where their number is even and no witness breaks the tie; 2012 takes that
    /// vote of two nodes only, later releases of any even number.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="hasWitness">Whether there is a witness.</param>
    /// <param name="isTieBroken">Whether any even number loses a vote: from 2012 R2 on.</param>
    public static int VotersOf(int members, bool hasWitness, bool isTieBroken) =>
        !hasWitness && members > 0 && members % 2 == 0 && (isTieBroken || members == 2) ? members - 1 : members;

    /// <summary>
    /// Whether the witness votes: always on 2012; from 2012 R2 on where the number of voting members is even.
    /// </summary>
    /// <param name="voters">The members that vote.</param>
    /// <param name="hasWitness">Whether there is a witness.</param>
    /// <param name="isDynamic">Whether its vote comes and goes: from 2012 R2 on.</param>
    public static int WitnessOf(int voters, bool hasWitness, bool isDynamic) =>
        hasWitness && (!isDynamic || voters % 2 == 0) ? 1 : 0;
}
