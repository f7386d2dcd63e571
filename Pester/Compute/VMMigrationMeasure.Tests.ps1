BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS -Name Measure | Out-Null
    $vm = Get-LabVM web01
    $from = $vm.ComputerName
    $to = (Get-LabClusterNode).Name | Where-Object { $_ -ne $from }
    Set-LabVMWorkload web01 -DirtyBytesPerSecond 40MB -HotSetBytes 300MB
    Add-LabClusterVirtualMachineRole web01 | Out-Null
    Start-LabClusterGroup web01 | Out-Null
    Step-LabClock -Seconds 180
}

AfterAll { Remove-Lab Measure }

Describe 'Measure-LabVMMigration' {
    It 'foretells, and the migration goes so' {
        $hash = (Get-Lab).JournalHash
        $foretold = Measure-LabVMMigration web01 $to
        (Get-Lab).JournalHash | Should -Be $hash
        $foretold.IsPrediction | Should -BeTrue
        $foretold.LeastBlackout | Should -BeLessThan $foretold.MostBlackout

        Move-LabClusterVirtualMachineRole web01 -Node $to -MigrationType Live | Out-Null

        $went = Measure-LabVMMigration web01
        $went.IsPrediction | Should -BeFalse
        $went.DestinationHost | Should -Be $to
        $went.Passes.Bytes | Should -Be $foretold.Passes.Bytes
        $went.BytesSent | Should -Be $foretold.BytesSent
        $went.BytesSent | Should -Be (($went.Passes | Measure-Object Bytes -Sum).Sum + $went.RestBytes)
        $went.Blackout | Should -BeGreaterOrEqual $foretold.LeastBlackout
        $went.Blackout | Should -BeLessOrEqual $foretold.MostBlackout
    }

    It 'foretells to the best node, and a quick migration beside' {
        $live = Measure-LabVMMigration web01 -Predict
        $quick = Measure-LabVMMigration web01 -Predict -Quick
        $live.DestinationHost | Should -Be $from
        $quick.Kind | Should -Be 'Quick'
        $quick.Blackout.TotalSeconds | Should -BeGreaterThan 10
        $quick.Blackout | Should -BeGreaterThan $live.MostBlackout
    }

    It 'shows a chart in the terminal' {
        $text = (Get-LabVMMigration web01 | Measure-LabVMMigration)[-1].Draw(100, $false)
        $text | Should -Match 'set up +1\.5 s \.'
        $text | Should -Match 'pass 1 .+ s +=+'
        $text | Should -Match 'resume, MAC +.+#'
        ($text -split '\r?\n').Length | Should -Not -BeNullOrEmpty
        $text -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 100 }
        Measure-LabVMMigration web01 | Out-String | Should -Match 'pass 1'
    }

    It 'draws an SVG' {
        $path = Join-Path $TestDrive went.svg
        Measure-LabVMMigration web01 -SvgPath $path | Out-Null
        $svg = [xml] (Get-Content $path -Raw)
        $svg.svg.role | Should -Be 'img'
        $svg.svg.desc.'#text' | Should -Match 'pass 1: .+ in '
    }

    It 'refuses what a migration would be refused for' {
        { Measure-LabVMMigration web01 $to -ErrorAction Stop } |
            Should -Throw -ErrorId '*,HyperVLab.Commands.Compute.MeasureLabVMMigrationCommand'
        { Measure-LabVMMigration nowhere -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.MeasureLabVMMigrationCommand'
    }
}
