BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Test-Lab' {
    It 'says of everything that must hold that it does' {
        $results = Test-Lab
        $results | Should -Not -BeNullOrEmpty
        $results.IsViolated | Should -Not -Contain $true
        $results.Invariant | Should -Contain 'OneHostForEachVM'
        $results.Invariant | Should -Contain 'MemoryFits'
        $results.Invariant | Sort-Object -Unique | Should -HaveCount $results.Count
    }

    It 'tests after every event when asked, and changes nothing by it' {
        $before = (Get-LabClock).EventsApplied
        Test-Lab -AfterEveryEvent | Should -Not -BeNullOrEmpty
        Add-LabFault HostPowerLoss HVR2NODO2 -Duration 60 | Out-Null
        Step-LabClock -Seconds 1200
        (Get-LabClock).EventsApplied | Should -BeGreaterThan $before
        Test-Lab | Where-Object IsViolated | Should -BeNullOrEmpty
        Test-Lab -AfterEveryEvent:$false | Where-Object IsViolated | Should -BeNullOrEmpty
    }

    It 'tests the lab that is named' {
        New-Lab other | Out-Null
        (Test-Lab -Lab other).Lab | Sort-Object -Unique | Should -Be other
        Remove-Lab other
    }
}
