using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Tests.Labs;

public sealed class LabFileTests
{
    private static readonly string s_text = TextOf(SmallLab.Make());

    [Fact]
    public void A_lab_file_that_was_cut_anywhere_is_refused()
    {
        for (int length = 0; length < s_text.Length - 1; length += 1 + (length / 37))
        {
            Assert.Equal("LabFileDamaged", RefusalOf(s_text[..length]).Error.Key);
        }
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "version is 2")]
    [InlineData("\"model\":1", "\"model\":7", "model is 7")]
    [InlineData("hypervlab-lab", "something-else", "no lab file")]
    [InlineData("\"name\":\"blade1\"", "\"name\":\"blade9\"", "was changed")]
    [InlineData("\"name\":\"blade1\"", "\"name\":12", "is not text")]
    [InlineData("\"name\":\"blade1\"", "\"name\":\"blade1\",\"name\":\"x\"", "name")]
    [InlineData("\"name\":\"blade1\"", "\"name\":\"blade1\",\"colour\":\"x\"", "colour is not known")]
    [InlineData("\"state\":\"Installing\"", "\"state\":\"Dancing\"", "is not one of")]
    [InlineData("\"state\":\"Installing\"", "\"state\":\"4\"", "is not one of")]
    [InlineData("\"chassis\":1", "\"chassis\":99", "does not exist")]
    [InlineData("\"chassis\":1", "\"chassis\":-1", "whole number")]
    [InlineData("\"chassis\":1", "\"chassis\":99999999999999999999", "whole number")]
    [InlineData("\"seed\":7", "\"seed\":7.5", "whole number")]
    [InlineData("\"kind\":\"ComputerPhaseEnded\"", "\"kind\":\"Lab\"", "does not know")]
    public void A_lab_file_that_was_changed_is_refused_by_what_and_where(string what, string with, string says)
    {
        int at = s_text.IndexOf(what, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{what} does not stand in the file.");

        LabException refusal = RefusalOf(string.Concat(s_text.AsSpan(0, at), with, s_text.AsSpan(at + what.Length)));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_runs_in_a_circle_is_refused()
    {
        LabException refusal = RefusalOf(Sealed(json => Row(json, "PhysicalSwitches", 0)["uplink"] = 1));

        Assert.Contains("circle", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_do_not_ascend_are_refused() =>
        Assert.Contains(
            "ascend", RefusalOf(Sealed(json => Row(json, "Computers", 1)["key"] = 1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_nested_too_deep_is_refused_without_a_crash() =>
        Assert.Equal("LabFileDamaged", RefusalOf("{\"format\":" + new string('[', 100_000)).Error.Key);

    [Fact]
    public void Changed_bytes_never_crash_the_reader()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("HYPERVLAB_SEED"), out int given)
            ? given
            : Environment.TickCount;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            char[] changed = s_text.ToCharArray();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = (char)random.Next(32, 127);
            }

            // White space between values carries nothing, so a change there may pass, and gives the lab that was
            // written.
            string? read = null;
            Exception? failure = Record.Exception(() => read = ReadAgain(new string(changed)));
            Assert.True(failure is LabException || read == s_text, $"HYPERVLAB_SEED={seed}, round {round}: {failure}");
        }
    }

    private static string ReadAgain(string text)
    {
        using Lab lab = Lab.ReadFrom(new StringReader(text), new MemoryDiskStore());
        return TextOf(lab);
    }

    internal static string TextOf(Lab lab)
    {
        using var text = new StringWriter();
        lab.WriteTo(text);
        return text.ToString();
    }

    private static LabException RefusalOf(string text) =>
        Assert.Throws<LabException>(() => Lab.ReadFrom(new StringReader(text), new MemoryDiskStore()));

    private static JObject Row(JObject json, string table, int index) =>
        (JObject)json["tables"]!.Single(one => (string?)one["name"] == table)["rows"]![index]!;

    // A change by somebody who knows the format and seals it again: the checks behind the digest must hold too.
    private static string Sealed(Action<JObject> change)
    {
        JObject json = JObject.Parse(s_text);
        change(json);
        json.Remove(LabWriter.DigestName);
        string content = json.ToString(Newtonsoft.Json.Formatting.None)[..^1];
        return $"{content},\"{LabWriter.DigestName}\":\"{LabWriter.DigestOf(content)}\"}}\n";
    }
}
