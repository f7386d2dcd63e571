BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
    Add-LabVMHost HV2 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    foreach ($name in 'web01', 'web02') {
        New-LabVM $name -ComputerName HV1 -Path C:\VMs -NewVHDPath "C:\VMs\$name\$name.vhd" -NewVHDSizeBytes 10GB |
            Out-Null
    }
}

AfterAll { Remove-Lab Lab }

Describe 'Virtual machines in the library' {
    It 'go there with their files, in a job' {
        $vm = Save-LabVirtualMachine web01 -SharePath \\LIB1\Library\Stored -JobVariable job
        $vm | Should -BeOfType HyperVLab.Objects.VirtualMachine
        $vm.Status, $vm.LibraryServer, $vm.State | Should -Be Stored, LIB1, 'Off'
        $vm.Path | Should -Be C:\Library\Stored\web01
        $job.Steps.Name | Should -Contain 'Deploy file (using LAN)'
        (Get-LabFile C:\Library\Stored\web01\* -ComputerName LIB1).Name | Should -Contain web01.vhd
        Get-LabFile C:\VMs\web01\* -ComputerName HV1 | Should -BeNullOrEmpty
        Get-LabVM | Out-String -Width 120 | Should -BeLike '*web01*Stored*'
    }

    It 'are left alone until they are deployed' {
        { Start-LabVM web01 -ErrorAction Stop } | Should -Throw '*stored in the library*' -ErrorId 'InvalidState,*'
        { Checkpoint-LabVM web01 -ErrorAction Stop } | Should -Throw '*Move-LabVM -VMHost deploys it*'
        { Save-LabVirtualMachine web01 -ErrorAction Stop } | Should -Throw '*stored in the library*'
        { Remove-LabLibraryShare Library -ErrorAction Stop } | Should -Throw '*web01 is stored there*'
        Read-LabLibraryShare Library | Out-Null
        Get-LabVirtualHardDisk | Should -BeNullOrEmpty
    }

    It 'come out on any host' {
        Get-LabVM web01 | Move-LabVM -VMHost HV2 -Path C:\VMs
        $vm = Get-LabVM web01
        $vm.ComputerName, $vm.Status | Should -Be HV2, 'Operating normally'
        $vm.LibraryServer | Should -BeNullOrEmpty
        Start-LabVM web01
        { Save-LabVirtualMachine web01 -ErrorAction Stop } | Should -Throw '*must be off*'
    }

    It 'are removed with their files' {
        'web02' | Save-LabVirtualMachine -LibraryServer LIB1 | Out-Null
        Remove-LabVM web02
        Get-LabFile C:\Library\* -ComputerName LIB1 | Should -BeNullOrEmpty
    }

    It 'go nowhere else' {
        { Save-LabVirtualMachine web01 -SharePath \\LIB1\Nothing -ErrorAction Stop } |
            Should -Throw '*cannot find the library share*'
        { Save-LabVirtualMachine web01 -SharePath \\LIB1\Library\..\..\Windows -ErrorAction Stop } | Should -Throw
        { Save-LabVirtualMachine nothing -ErrorAction Stop } | Should -Throw
        (Get-Alias Store-VM).Definition | Should -Be Save-LabVirtualMachine
    }
}
